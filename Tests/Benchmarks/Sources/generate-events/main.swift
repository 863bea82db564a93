// Writes the events that `make bench` counts, the same bytes on every machine:
//   generate-events ROWS FILE [csv|ndjson] [integers|uuids]

let arguments = CommandLine.arguments
guard arguments.count > 2, let count = Int(arguments[1]), count > 0 else {
    print("usage: generate-events ROWS FILE [csv|ndjson] [integers|uuids]")
    throw Usage()
}
let writer = EventWriter(isJSON: arguments.contains("ndjson"), hasUUIDs: arguments.contains("uuids"))
try writer.write(EventLog(count: count), to: arguments[2])

struct Usage: Error {}
