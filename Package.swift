// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let lifetimes: SwiftSetting = .enableExperimentalFeature("Lifetimes")
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "baton",
    products: [
        .executable(name: "baton", targets: ["baton"]),
        .executable(name: "baton-diagnosisd", targets: ["baton-diagnosisd"]),
        .executable(name: "baton-handoffd", targets: ["baton-handoffd"]),
        .executable(name: "baton-bench", targets: ["baton-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"])]),
        .systemLibrary(
            name: "CProtobufC",
            pkgConfig: "libprotobuf-c",
            providers: [.apt(["libprotobuf-c-dev"])]
        ),
        .target(name: "CShims"),
        .target(
            name: "CModel",
            exclude: ["answers.en.bin", "relations.en.bin", "telling.en.bin", "words.en.bin"]
        ),
        .target(name: "CAllocations", path: "bench/CAllocations"),
        .target(name: "CStemmer", linkerSettings: [.linkedLibrary("stemmer")]),
        .target(name: "CMessages", dependencies: ["CProtobufC"]),
        .target(
            name: "LMDB",
            dependencies: ["CLMDB", "CShims"],
            swiftSettings: strict + [lifetimes]
        ),
        .target(
            name: "Messages",
            dependencies: ["CMessages", "CProtobufC"],
            swiftSettings: strict
        ),
        .target(name: "Transport", dependencies: ["CShims"], swiftSettings: strict),
        .target(
            name: "RPC",
            dependencies: [
                "Messages", "Transport", logging, .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Language",
            dependencies: ["CModel", "CStemmer", "Messages"],
            swiftSettings: strict
        ),
        .target(
            name: "Catalog",
            dependencies: [
                "LMDB", "Messages", "Language", .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Diagnosis",
            dependencies: [
                "LMDB", "Messages", "Transport", "RPC", "Language", "Catalog", logging,
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Handoff",
            dependencies: [
                "LMDB", "Messages", "Transport", "RPC", "Language", "Catalog", "Diagnosis", logging,
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "baton-diagnosisd",
            dependencies: ["Transport", "RPC", "Diagnosis", argumentParser, logging],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "baton-handoffd",
            dependencies: ["Messages", "RPC", "Transport", "Handoff", argumentParser, logging],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "baton",
            dependencies: [
                "Messages", "RPC", "Transport", "Catalog", "Diagnosis", "Handoff", argumentParser,
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "baton-bench",
            dependencies: [
                "CAllocations", "LMDB", "Messages", "Transport", "RPC", "Language", "Catalog",
                "Diagnosis", "Handoff", "TestSupport", argumentParser, logging,
            ],
            path: "bench/baton-bench",
            swiftSettings: strict
        ),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "LMDBTests",
            dependencies: ["LMDB", "CLMDB", "CShims", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "MessagesTests",
            dependencies: ["Messages", "CMessages", "CProtobufC", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "TransportTests", dependencies: ["Transport"], swiftSettings: strict),
        .testTarget(name: "RPCTests", dependencies: ["RPC", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "LanguageTests",
            dependencies: ["Language", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CatalogTests",
            dependencies: ["LMDB", "Messages", "Language", "Catalog", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DiagnosisTests",
            dependencies: [
                "LMDB", "Messages", "Transport", "RPC", "Language", "Catalog", "Diagnosis",
                "TestSupport", logging,
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "HandoffTests",
            dependencies: [
                "Handoff", "LMDB", "Messages", "RPC", "Transport", "Catalog", "Diagnosis",
                "TestSupport", logging,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PairTests",
            dependencies: [
                "Messages", "Transport", "RPC", "LMDB", "baton", "baton-bench", "TestSupport",
                logging,
            ],
            exclude: ["SecondCatalog"],
            swiftSettings: strict
        ),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
