"""The landing page of each role, and the search among one's own."""
