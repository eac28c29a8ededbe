"""Welfare: student-welfare case coordination for Finnish schools.

The lobby is empty on purpose: import what you need from the room that owns it.
"""
