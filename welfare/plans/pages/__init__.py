"""What templates are given about a plan; its texts are opened here and nowhere else."""
