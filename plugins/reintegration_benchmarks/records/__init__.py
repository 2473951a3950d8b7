"""The handbook's forms that the product does not have by itself, a file each."""
