"""What the whole application answers: gate, headers, error pages, access matrix."""
