"""Every trouble and every variant that the stand-in can show."""
