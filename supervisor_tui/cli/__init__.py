"""The same tasks as the screens, in plain lines and in JSON. A reading command never loads Textual."""
