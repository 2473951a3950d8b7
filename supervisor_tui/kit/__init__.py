"""What our own screens and the screens of guidance sets are made of: texts made safe, commands, lists, forms."""
