"""Every form of the house: filled in as it should be, and then with everything that should never be sent."""
