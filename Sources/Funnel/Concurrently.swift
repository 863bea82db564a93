internal import Dispatch
internal import Synchronization

/// What `work` makes of each element, in the elements' order, several at a time.
func concurrently<Element: Sendable, Product: Sendable>(
    _ elements: [Element],
    threads: Int,
    _ work: @Sendable (Element) -> Product
) -> [Product] {
    guard threads > 1, elements.count > 1 else { return elements.map(work) }
    let products = Mutex([Int: Product]())
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
        let product = work(elements[index])
        products.withLock { $0[index] = product }
    }
    return products.withLock { products in elements.indices.compactMap { products[$0] } }
}
