"""What people do: each act checks the role, writes through one unit of work and says what it changed."""
