"""What the pages of this room show. Nothing here is sealed: organisations and calendars are public."""
