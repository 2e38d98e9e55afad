"""What imports need of the database: their rows and plan, and the defaults of an account.

The jobs that rows become are `db.jobs`', their clicks `db.publishing`'s.
"""
