"""What a case file, a plan, a meeting and an answer are: typed values and pure functions.

No clock, no file and no screen: the day for which a question is asked comes in as an argument.
"""
