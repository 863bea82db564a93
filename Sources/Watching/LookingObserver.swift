internal import Foundation

/// Finds changes by comparing the folder with what it was.
struct LookingObserver: FolderObserver {
    let isComplete = true
    private let place: WatchedPlace
    private var last: FolderTree

    init(_ place: WatchedPlace) {
        self.place = place
        last = FolderTree(place)
    }

    mutating func sawChange(within milliseconds: Int32) -> Bool {
        var left = milliseconds
        while left > 0 {
            Thread.sleep(forTimeInterval: Double(min(left, 250)) / 1000)
            left -= 250
            let now = FolderTree(place)
            if now != last {
                last = now
                return true
            }
        }
        return false
    }
}
