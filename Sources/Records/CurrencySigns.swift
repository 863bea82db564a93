/// The signs, letters and codes that stand beside an amount of money.
enum CurrencySigns {
    /// Whether `scalar` may be part of one: a letter or a currency sign.
    static func mayHold(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .currencySymbol
    }

    /// Whether `unit` is a sign (`₺`), a sign with up to three capitals beside it (`US$`), a code of ISO 4217 or one of the
    /// short names that are common instead (`TL`).
    static func isCurrency(_ unit: some Collection<Unicode.Scalar>) -> Bool {
        let letters = unit.filter { $0.properties.generalCategory != .currencySymbol }
        switch unit.count - letters.count {
        case 0: return codes.contains(String(String.UnicodeScalarView(unit)))
        case 1: return letters.count <= 3 && letters.allSatisfy { ("A"..."Z").contains($0) }
        default: return false
        }
    }

    /// The codes in use of ISO 4217 (2024), funds and metals left out, and short names.
    private static let codes = Set(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
        CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG \
        HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA \
        MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD \
        RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX \
        USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL \
        TL kr zł Kč Ft lei Rs RM
        """.split(separator: " ").map(String.init)
    )
}
