"""What is typed about access copies."""
