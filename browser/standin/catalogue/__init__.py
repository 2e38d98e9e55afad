"""What the stand-in sells and says: categories and their fields, parcels, money, words."""
