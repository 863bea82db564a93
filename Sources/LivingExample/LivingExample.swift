// LivingExample
