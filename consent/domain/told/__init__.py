"""What people were told, how we know it was understood, and the copies they keep."""
