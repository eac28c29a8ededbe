"""The product as a person meets it: a real Chromium, by mouse, by keyboard, narrow and wide, scripts on and off."""
