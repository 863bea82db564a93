// LivingExample: invents the events of a site, the records of a CRM and the measures of a mail tool, the same bytes on every machine; for Demlik and
// for `huni init`.
//
// Nothing here asks a clock, a locale or the platform's randomness. Chances are compared after additions,
// multiplications and divisions alone, which IEEE 754 defines to the last bit.
