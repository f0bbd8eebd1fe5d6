"""Who a person is and how they may be reached. The ground floor: it knows no other room."""
