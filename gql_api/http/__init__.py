"""What every request passes: hosts and origins, rates, bodies, headers, the stop."""
