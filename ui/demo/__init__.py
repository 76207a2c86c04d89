"""The demonstration: a fictional case from referral to signed plan, typed and clicked on the real windows."""
