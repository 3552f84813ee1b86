extension WordLists {
    /// The words that stand in 60 or more of the 24,207 lines of Circa (questions and answers of everyday talk, CC BY
    /// 4.0), without those of grammar.
    static let everydayEnglish = """
        able active activities activity afford affordable allergic allergies allergy alone
        along already always animal animals anime anymore anyone anything anywhere apartment
        apartments area areas around art arts attend author authors away back band bands bar
        bars based bbq bedroom bedrooms beer best better big bike biking biographies
        biography bit block blocks book booked books bored boring born boss bowling bring
        budget building burger burgers bus business busy buy buying car cars cat catch cats
        challenge challenging chance change changed check checked child childhood children
        chinese cinema cities city classic classical classics close club clubs coffee
        college come comes coming commute company concert concerts consider considered
        considering cook cooking corner cost costs country couple course courses crime
        crowded crowds cuisine cuisines current currently dance dancing date dating day days
        deal decide decided different dinner dog dogs downtown dream drink drinking drinks
        drive driving easy eat eaten eating else end enjoy enjoyed enjoying enough evening
        event events ever everyone everything excited exciting expensive experience familiar
        family fan fancy fantasy far fast favorite favourite feel feeling festival festivals
        few fiction fictional field film films find fine finish finished first fish fishing
        fit fitness flat flats flight food foods football forward found free friend friendly
        friends full fun game games genre give gives glad good grab graduate graduated great
        grew grow growing guitar guitars gym hang hanging happen happened happening happy
        hard harry hate head headed heading healthy hear heard hearing heavy help high hike
        hiking history home hop hope hoping horror hour hours house houses idea ideas
        important indian instead instrument instruments interest interested interesting
        italian jazz job jobs join joining keep keeping kid kids kind kinds king late lately
        later latest learn learned learning least leave leaving let life liked line lined
        list listen listened listening little live lived living local locally located
        location locations long looked looking lots love loved lovely lunch made make makes
        making manage managed manager many married marry meal meat meet meeting meetings met
        mexican mind minute minutes miss missed mom moment money month months mood more
        morning most mostly move moved movie movies moving much museum museums music musical
        musicals myself mysteries mystery near nearby need neighbor neighborhood neighbors
        neighbourhood new nice night nights non nonfiction novel novels number numbers
        office often old once open other others outdoor outdoors outside parents park
        parking parks part parties party partying pay paying pays people person pet pets
        piano pick picked pizza place places plan planning plans play played playing pop
        position potter prefer pretty price prices probably quiet quit quite radio rather
        read reader readers reading ready recent recently relax relaxing remember rent
        renting research researched restaurant restaurants ride riding right rock romance
        room roommate roommates run running saturdays saw scary school sci science seafood
        seeing seem seems seen self series shift shop shopping short show shows sit sitting
        skill skills sleep something sometime sometimes somewhere song songs soon sound
        sounds space specific spend spending spicy sport sports start started state stay
        stayed staying stephen stop stopped stories story straight street stressful subway
        summer sure sushi swim swimming take taking talk talking taste team thai thank
        thankfully thanks theater thinking thought three thriller thrillers through time
        times tired tiring together tonight touch town train travel traveled traveling tried
        trip true try trying two type types use used using usually vegan vegetarian view
        visit visited visiting wait waiting walk walking walks wanted wanting watch watched
        watching water week weekend weekends weeks whole willing wish work worked working
        year years yet york youd yourself
        """
}
