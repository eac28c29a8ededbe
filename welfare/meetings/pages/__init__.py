"""What templates are handed; plaintext is opened here."""
