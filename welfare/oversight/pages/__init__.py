"""What the officer's pages show; names are opened here, and nothing else."""
