"""Deeds of the requests room, one function for each verb; each leaves a step that says who did what and why."""
