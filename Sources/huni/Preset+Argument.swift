public import ArgumentParser
public import Settings

/// A preset is named on the command line as in huni.yaml.
extension Preset: ExpressibleByArgument {}
