"""One function per thing that can be done here. None commits, reads a clock or renders."""
