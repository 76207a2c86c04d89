"""What the computer tells of locks, sleep and people, and what it can hide: one file an OS behind one small interface."""
