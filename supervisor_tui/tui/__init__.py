"""How it is seen: the application and its screens, which call casework with the desk and show plain values."""
