// Funnel
