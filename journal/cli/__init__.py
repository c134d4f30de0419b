"""The commands of ``reisgezel-cli``, one file each."""
