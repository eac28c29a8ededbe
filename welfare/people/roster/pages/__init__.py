"""What is opened for a roster: identities to be changed, deliveries to be read, names to be looked at."""
