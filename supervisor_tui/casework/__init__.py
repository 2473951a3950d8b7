"""What people do, a module a task.

Each is handed a desk and returns plain values; screens and commands call it alike.
"""
