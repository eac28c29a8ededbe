"""What the templates of the requests room are handed; texts are opened here and nowhere else in the room."""
