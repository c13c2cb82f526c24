"""The calendar: when the shop works, who has which time, and how a wish becomes an appointment."""
