import Calendars

extension ClosedWeekTests {
    /// 9 to 15 November.
    static let week = Week(number: 2967)

    static let head = """
        version: 1
        site: { title: Report, languages: [en], time_zone: Europe/Istanbul }

        """

    static let headers = [
        "web": "entity,time,event\n", "crm": "entity,created,offered,won,lead\n", "shop": "day,views,buys\n",
    ]

    /// Three visitors of the week, one of whom signs up, and one of the week before.
    static let rows = """
        u0,2026-11-03 09:00,visit
        u1,2026-11-09 09:00,visit
        u1,2026-11-10 09:00,signup
        u2,2026-11-10 10:00,visit
        u3,2026-11-15 23:00,visit

        """

    static let visitsWithLeads = """
        entity,time,event,lead
        u1,2026-11-09 09:00,visit,L1
        u1,2026-11-09 09:05,ask,L1
        u2,2026-11-09 09:00,visit,L2
        u2,2026-11-09 09:05,ask,L2

        """

    static let events = """
        sources:
          web: { form: events, files: web.csv, columns: { entity: entity, time: time, event: event } }
        funnels:
          - id: journey
            source: web
            window: 14d
            stages: [ { id: visit, match: { event: visit } }, { id: signup, match: { event: signup } } ]
        """

    static let records = """
        sources:
          crm:
            form: records
            files: crm.csv
            columns: { entity: entity }
            stages: { lead: created, offer: offered, won: won }
        funnels:
          - id: deals
            source: crm
            matures_after: 30d
            stages: [ { id: lead }, { id: offer }, { id: won } ]
        """

    static let counts = """
        sources:
          shop: { form: counts, files: shop.csv, columns: { date: day }, stages: { view: views, buy: buys } }
        funnels:
          - { id: shop, source: shop, stages: [ { id: view }, { id: buy } ] }
        """

    static let joined = """
        sources:
          web: { form: events, files: web.csv, columns: { entity: entity, time: time, event: event } }
          crm:
            form: records
            files: crm.csv
            columns: { entity: entity }
            stages: { lead: created, offer: offered }
        funnels:
          - id: visits
            source: web
            stages: [ { id: visit, match: { event: visit } }, { id: ask, match: { event: ask } } ]
          - { id: deals, source: crm, stages: [ { id: lead }, { id: offer } ] }
          - { id: whole, join: [visits, deals], key: { visits: lead, deals: lead } }
        """
}
