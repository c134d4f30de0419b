"""What comes back from a reader is untrusted: it is read in a process of its own, and only as text."""
