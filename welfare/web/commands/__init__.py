"""The command line, a command or group a file. Exit codes: 0 good, 1 refused (reasons on stderr), 2 usage."""
