"""Where it rests: TinyDB's API over an encrypted engine, keys, identities apart, an audit log, repositories."""
