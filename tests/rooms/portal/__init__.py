"""The portal: own pages of students and guardians."""
