/// What a header promises of its column.
enum ColumnRoles {
    /// What tells things apart.
    static let id: Set<String> = [
        "id", "ids", "uuid", "guid", "key", "hash", "cookie", "kimlik", "token", "identifier", "msisdn", "tckn", "vkn",
    ]
    /// Who moves through a funnel, the likelier first.
    static let entity = [
        "lead", "deal", "mql", "opportunity", "user", "visitor", "customer", "client", "contact", "person", "people",
        "member",
        "account", "subscriber", "company", "record", "aday", "musteri", "kisi", "kullanici", "uye", "ziyaretci",
        "order",
        "ticket", "session",
    ]
    /// Names of people, and what is named like them.
    static let person: Set<String> = [
        "name", "firstname", "lastname", "surname", "fullname", "ad", "adi", "soyad", "soyadi", "isim", "ismi", "owner",
        "rep", "agent", "salesperson", "temsilci", "temsilcisi", "sahibi", "author", "username", "nickname", "yetkili",
    ]
    /// What has names that are nobody's.
    static let things: Set<String> = [
        "campaign", "product", "event", "stage", "page", "file", "list", "budget", "pipeline", "category", "segment",
        "group",
        "source", "channel", "plan", "country", "city", "region", "brand", "kampanya", "urun", "asama", "kanal",
        "sehir",
        "ulke", "kategori", "step", "form", "funnel", "type", "device", "browser", "host", "variant", "ad_group",
        "metric",
        "measure",
    ]
    /// Where to find or reach somebody.
    static let address: Set<String> = [
        "address", "adres", "adresi", "street", "phone", "telephone", "mobile_phone", "telefon", "tel", "gsm", "cep",
        "ip",
        "zip", "postcode", "domain", "url", "website", "referrer", "referer", "latitude", "longitude", "iban",
    ]
    /// When.
    static let time: Set<String> = [
        "time", "timestamp", "ts", "date", "datetime", "at", "when", "created", "day", "tarih", "tarihi", "zaman",
        "zamani",
        "saat", "gun", "epoch", "on",
    ]
    /// What happened.
    static let event = [
        "event", "action", "activity", "olay", "eylem", "islem", "hareket", "step", "adim", "page", "sayfa", "type",
        "name",
        "screen", "what",
    ]
    /// Where somebody stands.
    static let stage: Set<String> = [
        "stage", "status", "state", "phase", "asama", "asamasi", "durum", "durumu", "evre", "lifecycle", "adim", "step",
    ]
    /// What a deal is worth.
    static let amount: Set<String> = [
        "amount", "value", "tutar", "tutari", "price", "acv", "arr", "deger", "degeri", "fiyat", "bedel",
    ]
    /// Who works on it.
    static let owner: Set<String> = [
        "owner", "rep", "agent", "salesperson", "temsilci", "temsilcisi", "sahibi", "sr", "ae", "assignee", "sorumlu",
    ]
    /// Why it ended.
    static let reason: Set<String> = ["reason", "neden", "nedeni", "sebep", "sebebi"]
    /// Numbers that no count is.
    static let noCount: Set<String> = [
        "rate", "ratio", "avg", "average", "mean", "median", "share", "percent", "percentage", "pct", "oran", "orani",
        "ortalama", "yuzde", "score", "rank", "position", "year", "yil", "month", "ay", "index", "id", "age", "yas",
        "price",
        "cost", "amount", "revenue", "value", "cpc", "cpm", "ctr", "spend", "budget", "tutar", "ciro", "maliyet",
        "hour",
        "weekday", "duration", "seconds", "minutes",
    ]
}
