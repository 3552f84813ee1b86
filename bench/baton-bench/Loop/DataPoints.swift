/// Something that engineers need of a customer, and how people speak of it.
struct DataPoint: Sendable {
    /// Ways in which engineers name it.
    let wordings: [String]
    /// Words of a question by which a customer knows that it is meant: one of these sets.
    let heard: [[String]]
    /// What customers say of it.
    let values: [String]

    init(_ wordings: [String], heard: [[String]], _ values: [String]) {
        self.wordings = wordings
        self.heard = heard
        self.values = values
    }
}

/// The data points of a simulation, by what a tree is about.
enum DataPoints {
    /// Those of a tree whose calls go to this queue.
    static func pool(ofQueue queue: String) -> [DataPoint] {
        switch queue {
        case "cars": cars
        case "laptops": laptops
        default: homes
        }
    }

    static let all = cars + laptops + homes

    static let cars = [
        DataPoint(
            [
                "mileage", "mileage of the car", "the car's mileage", "current mileage",
                "vehicle mileage", "exact mileage",
            ],
            heard: [["mileage"]],
            ["about forty thousand miles", "ninety thousand miles", "a bit over sixty thousand"]
        ),
        DataPoint(
            [
                "model year", "year of the model", "the car's model year", "which model year",
                "model year of the car",
            ],
            heard: [["model", "year"]],
            [
                "it is from twenty fourteen", "the twenty nineteen one",
                "built in two thousand eight",
            ]
        ),
        DataPoint(
            [
                "engine size", "size of the engine", "the engine's size", "exact engine size",
                "engine size in liters",
            ],
            heard: [["engine", "size"]],
            ["the two liter engine", "the small one point four", "a big three liter diesel"]
        ),
        DataPoint(
            [
                "last workshop visit", "the last workshop visit", "visit to a workshop",
                "last visit to the workshop", "workshop visit",
            ],
            heard: [["workshop"]],
            ["it was there in spring", "last autumn in town", "a month ago for the inspection"]
        ),
        DataPoint(
            [
                "tire pressure", "pressure of the tires", "the tires' pressure",
                "measured tire pressure", "current tire pressure",
            ],
            heard: [["pressure"]],
            ["thirty two all around", "rather low at the back", "thirty six in front"]
        ),
        DataPoint(
            [
                "outside temperature", "the outside temperature", "exact outside temperature",
                "temperature outside", "outside temperature that day",
            ],
            heard: [["outside", "temperature"]],
            ["it was freezing", "a hot summer day", "mild and rainy"]
        ),
        DataPoint(
            [
                "fuel brand", "brand of the fuel", "which fuel brand", "the fuel's brand",
                "fuel brand used",
            ],
            heard: [["fuel", "brand"]],
            ["always from the supermarket", "premium from the big station", "whatever is cheapest"]
        ),
        DataPoint(
            [
                "transmission type", "type of transmission", "the transmission",
                "kind of transmission",
                "which transmission",
            ],
            heard: [["transmission"]],
            ["a five speed stick", "the automatic one", "a manual with six gears"]
        ),
    ]

    static let laptops = [
        DataPoint(
            [
                "serial number", "the laptop's serial number", "serial number of the laptop",
                "exact serial number", "laptop serial number",
            ],
            heard: [["serial"]],
            ["bravo tango eight one", "kilo nine x-ray", "delta four four echo"]
        ),
        DataPoint(
            [
                "firmware version", "version of the firmware", "current firmware version",
                "the firmware version", "installed firmware version",
            ],
            heard: [["firmware"]],
            ["version 1.14.2", "version 2.3.7", "version 1.9.0"]
        ),
        DataPoint(
            [
                "warranty end", "end of the warranty", "the warranty's end",
                "when the warranty ends",
                "warranty end date",
            ],
            heard: [["warranty"]],
            [
                "it runs out next summer", "expired two winters ago",
                "covered through the company plan",
            ]
        ),
        DataPoint(
            [
                "docking station model", "model of the docking station", "which docking station",
                "docking station", "the docking station's model",
            ],
            heard: [["docking"]],
            ["the small travel dock", "a big one with three screens", "one from another maker"]
        ),
        DataPoint(
            [
                "memory size", "size of the memory", "how much memory", "installed memory size",
                "the memory size",
            ],
            heard: [["memory"]],
            ["sixteen gigabytes", "eight gigabytes", "thirty two gigabytes"]
        ),
        DataPoint(
            [
                "liquid spill", "spilled liquid", "whether liquid was spilled", "a liquid spill",
                "any liquid spill",
            ],
            heard: [["liquid"], ["spill"], ["spilled"]],
            ["some coffee got on it", "always kept it dry", "a glass of water last year"]
        ),
        DataPoint(
            [
                "purchase shop", "shop of the purchase", "which shop it was purchased from",
                "the purchase shop", "shop where it was purchased",
            ],
            heard: [["shop"]],
            ["the one at the station", "ordered over the web", "from a friend of mine"]
        ),
        DataPoint(
            [
                "recent installations", "recently installed programs",
                "programs installed recently",
                "recent program installations", "installed programs",
            ],
            heard: [["installed"], ["installations"]],
            ["a game of my son", "the new office package", "some tool for photos"]
        ),
    ]

    static let homes = [
        DataPoint(
            [
                "router firmware version", "firmware version of the router",
                "the router's firmware version", "current router firmware version",
                "firmware version",
            ],
            heard: [["firmware"]],
            ["version 3.0.4", "version 1.1.7", "version 7.29"]
        ),
        DataPoint(
            [
                "contract number", "number of the contract", "the contract number",
                "customer contract number", "exact contract number",
            ],
            heard: [["contract"]],
            ["alpha seven seven one", "mike two oscar", "romeo five zulu"]
        ),
        DataPoint(
            [
                "antivirus product", "which antivirus product", "name of the antivirus",
                "installed antivirus product", "the antivirus product",
            ],
            heard: [["antivirus"]],
            [
                "the one that came with windows", "a free one with an umbrella",
                "one that the company gave",
            ]
        ),
        DataPoint(
            [
                "cable length", "length of the cable", "the cable's length", "network cable length",
                "how long the cable is",
            ],
            heard: [["cable"]],
            ["just a short one", "about twenty meters", "it goes through two walls"]
        ),
        DataPoint(
            [
                "office location", "location of the office", "which office location",
                "the office location", "exact office location",
            ],
            heard: [["office"]],
            [
                "the branch by the harbor", "headquarters on the third floor",
                "at home near the lake",
            ]
        ),
        DataPoint(
            [
                "employee number", "number of the employee", "the employee number",
                "exact employee number", "employee number of the customer",
            ],
            heard: [["employee"]],
            ["four four one seven", "nine zero three six", "two eight five five"]
        ),
        DataPoint(
            [
                "manager name", "name of the manager", "the manager's name", "which manager",
                "manager",
            ],
            heard: [["manager"]],
            ["that is missus lindgren", "mister okafor", "doctor haas"]
        ),
        DataPoint(
            [
                "browser extension", "installed browser extensions", "which browser extensions",
                "browser extensions", "the browser extension",
            ],
            heard: [["browser"]],
            ["an ad blocker", "a translator and a notebook", "one for coupons"]
        ),
    ]
}

/// An issue that no tree knows.
struct NewIssue: Sendable {
    /// What its customers say first.
    let openings: [String]
    let points: [DataPoint]

    static let all = [
        NewIssue(
            openings: [
                "the garage door opens by itself at night",
                "our garage door opener goes off by itself",
                "my garage door keeps opening on its own",
                "the garage door opened by itself again",
                "garage door opens without anyone pressing the remote",
                "the garage opener opens the door by itself",
            ],
            points: Array(DataPoints.homes[0...2])
        ),
        NewIssue(
            openings: [
                "the label printer prints blank labels",
                "my label printer only prints empty labels",
                "blank labels come out of the label printer",
                "the labels from the printer are blank",
                "our label printer gives blank labels since the update",
                "label printer keeps printing blank labels",
            ],
            points: Array(DataPoints.laptops[0...2])
        ),
        NewIssue(
            openings: [
                "the thermostat shows the wrong room temperature",
                "my smart thermostat shows a wrong temperature",
                "the heating thermostat reads the wrong temperature",
                "our thermostat displays the wrong temperature",
                "wrong temperature on the thermostat in the hall",
                "the thermostat temperature is wrong by five degrees",
            ],
            points: Array(DataPoints.homes[3...5])
        ),
    ]
}
