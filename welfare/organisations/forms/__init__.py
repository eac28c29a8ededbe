"""Forms of the organisations room: the shape of what is typed, and the words when it does not fit."""
