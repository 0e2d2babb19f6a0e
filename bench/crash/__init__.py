"""The long kill test: the bot is killed again and again under load, and nothing may be lost or done twice."""
