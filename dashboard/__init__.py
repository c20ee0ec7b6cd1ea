"""The Streamlit pages: what the database holds, for people who look before they read."""
