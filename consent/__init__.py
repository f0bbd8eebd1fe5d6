"""What was asked, answered and stopped; and the gate. Consent here is a lock, not a label."""
