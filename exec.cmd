@rem The npm scripts begin with `exec`, so that a Unix shell makes way for Node and Ctrl+C reaches it. Windows has no such word.
@%*
