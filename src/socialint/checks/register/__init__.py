"""Checks of the register: what each account is for, who answers for it, whether it is alive."""
