"""Settings and policy data: what an installation decides, never what the law decides."""
