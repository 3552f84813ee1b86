/// Bounds of a call, each with its reason.
///
/// What a customer says is cut or left out at a bound; what a front end or a system sends is refused
/// with an error that names the field and the bound.
public enum CallLimits {
    /// Turns of a call.
    ///
    /// A support call has about 20; whoever is still there after 500 gets a person.
    public static let turnsPerCall: UInt32 = 500

    /// Facts of a call, known or not obtained.
    ///
    /// The longest handoff that a person reads has about 60.
    public static let factsPerCall = 200

    /// Corrected values kept of a call; the oldest go first, the journal has them all.
    public static let supersededPerCall = 200

    /// Request ids of added facts remembered of a call, so that a repeated request changes nothing.
    public static let requestIDsPerCall = 64

    /// Structured answers in one request.
    public static let answersPerRequest = 64

    /// Acts in one structured input.
    public static let actsPerRequest = 16

    /// Readings of one utterance that are looked at.
    public static let alternativesPerSpeech = 10

    /// Bytes of one reading: about five minutes of speech.
    public static let utteranceBytes = 4_000

    /// Bytes of the words of an opening that are kept while the tree is sought.
    public static let openingBytes = 4_000

    /// Keys pressed in one turn.
    public static let digits = 64

    /// Bytes of a quote that a fact keeps; a longer one is cut.
    public static let quoteBytes = 500

    /// Bytes of a value, a detail, or the words of a question back.
    public static let valueBytes = 500

    /// Bytes of a call id, a request id, or the name of a system.
    public static let identifierBytes = 128

    /// Bytes of a caller's or a customer's number.
    public static let numberBytes = 64

    /// Trees that a walk may go on in, one after the other.
    public static let gotos = 8
}
