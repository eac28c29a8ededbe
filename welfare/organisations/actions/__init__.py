"""What can be done with organisations and their calendars."""
